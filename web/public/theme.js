/** Puts the reader's remembered choice of light or dark on the page before anything is painted. */
try {
  const theme = localStorage.getItem('annalist.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be switched off; the system's own choice then holds.
}
