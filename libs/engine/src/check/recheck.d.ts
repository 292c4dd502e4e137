declare module 'recheck/lib/browser.js' {
  const recheck: {
    checkSync(
      source: string,
      flags: string,
      options?: { timeout?: number },
    ): { status: 'safe' | 'vulnerable' | 'unknown' };
  };
  export default recheck;
}
