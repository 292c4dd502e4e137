/** Owns starting the app in the page. */
import { createRoot } from 'react-dom/client';
import { App } from './app';
import { beginLanguage } from './language';
import './page.css';

await beginLanguage();
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
