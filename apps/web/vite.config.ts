/** Builds the web app with compressed copies of every asset beside it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const COMPRESSIBLE = /\.(js|css|html|svg|json)$/u;

/** Writes `.br` and `.gz` next to each text asset, for the server to send as they are. */
function precompressed(): Plugin {
  return {
    name: 'precompressed',
    apply: 'build',
    writeBundle({ dir = 'dist' }) {
      for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !COMPRESSIBLE.test(entry.name)) continue;
        const path = join(entry.parentPath ?? entry.path, entry.name);
        const content = readFileSync(path);
        writeFileSync(`${path}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }));
        writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
      }
    },
  };
}

export default defineConfig({
  plugins: [react(), precompressed()],
  // The server puts the nonce of each answer's policy in its place.
  html: { cspNonce: 'CSP_NONCE' },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
    // Many pages share many small parts: each as a file of its own costs more in requests than it saves.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'icons', test: /node_modules\/@ant-design\/icons/u },
            { name: 'parts', test: /node_modules\//u, minShareCount: 8, maxModuleSize: 30_000 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': process.env.YIMEN_API ?? 'http://127.0.0.1:8080' } },
});
