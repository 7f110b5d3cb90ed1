// Before anything is drawn, so that a dark screen never flashes white.
{
  const chosen = localStorage.getItem('mantine-color-scheme-value')
  const dark = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  const scheme = chosen === 'dark' || chosen === 'light' ? chosen : dark
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme)
}
