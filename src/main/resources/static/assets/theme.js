// Runs before the page is drawn, so that it never flashes in the other theme.
(() => {
  const chosen = localStorage.getItem('encours.theme');
  const dark = chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.bsTheme = dark ? 'dark' : 'light';
})();
