/** A real browser, where one is installed. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Null (and a line that says so) without one. */
export async function openBrowser(): Promise<Browser | null> {
  const executablePath = PLACES.find((path) => existsSync(path));
  if (!executablePath) {
    console.log('not run: the browser tests (no Chromium is installed)');
    return null;
  }
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
