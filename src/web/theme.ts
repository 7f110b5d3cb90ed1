import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

// One accent colour; everything else is ink on paper, or its opposite.

const accent: MantineColorsTuple = [
  ...(['#e9f5f2', '#d3e9e3', '#a6d5c9', '#76c0ae', '#54b19b'] as const),
  ...(['#36a086', '#208a72', '#16705d', '#0f5a4b', '#084338'] as const),
]

export const theme = createTheme({
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  primaryColor: 'accent',
  primaryShade: 7,
  colors: { accent },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Fields are required unless they say otherwise.
  components: { InputWrapper: { defaultProps: { withAsterisk: false } } },
  headings: { fontWeight: '650' },
})

/** Greys with a contrast of at least 4.5 to 1 on their ground, which the library's own have not. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5a616b',
    '--mantine-color-placeholder': '#6a717b',
    '--mantine-color-error': '#b42318',
    '--ink': '#1a1d21',
    '--paper': '#fbfbfa',
    '--sheet': '#ffffff',
    '--line': '#e4e5e2',
    '--line-strong': '#8b9098',
    '--accent': '#16705d',
    '--accent-soft': '#e9f5f2',
    '--accent-ink': '#0f5a4b',
  },
  dark: {
    '--mantine-color-body': '#141617',
    '--mantine-color-text': '#e6e7e5',
    '--mantine-color-dimmed': '#a3a9ae',
    '--mantine-color-placeholder': '#8f969c',
    '--mantine-color-error': '#ff9a8f',
    '--ink': '#e6e7e5',
    '--paper': '#141617',
    '--sheet': '#1b1e1f',
    '--line': '#2e3335',
    '--line-strong': '#6d757b',
    '--accent': '#54b19b',
    '--accent-soft': '#15302a',
    '--accent-ink': '#8fd3c2',
  },
})
