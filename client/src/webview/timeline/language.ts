/** Imported before uPlot, which takes the browser's language for a language tag: on POSIX it may be `en-US@posix`. */
try {
  new Intl.NumberFormat(navigator.language);
} catch {
  Object.defineProperty(navigator, 'language', { value: 'en-US' });
}

export {};
