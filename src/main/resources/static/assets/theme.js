// Runs before the page is drawn, so that it never flashes in the other theme or with the wide navigation.
(() => {
  const root = document.documentElement;
  const chosen = localStorage.getItem('encours.theme');
  const dark = chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset.bsTheme = dark ? 'dark' : 'light';
  if (localStorage.getItem('encours.navigation') === 'narrow') {
    root.dataset.navigation = 'narrow';
  }
})();
