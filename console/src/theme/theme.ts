import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** One accent: the green of old bronze, from paper to almost black. */
const bronze: MantineColorsTuple = [
  '#eaf5f4',
  '#d3e8e6',
  '#a9d2cf',
  '#7dbcb8',
  '#58a8a4',
  '#3c9692',
  '#237f7c',
  '#146b69',
  '#0b5d5c',
  '#06403f',
];

/** Reds and grays dark enough on paper and light enough in the dark: the library's own failed 4.5:1. */
const brick: MantineColorsTuple = [
  '#fdeeec',
  '#f8d8d3',
  '#f1b3aa',
  '#ea8b7e',
  '#dd6656',
  '#cc4a39',
  '#b53626',
  '#9c2a1c',
  '#842217',
  '#5d140c',
];

export const theme = createTheme({
  primaryColor: 'bronze',
  colors: { bronze, red: brick },
  primaryShade: { light: 8, dark: 2 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  black: '#18211f',
  white: '#ffffff',
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'never',
  respectReducedMotion: true,
  fontFamily: 'Inter, "Segoe UI", system-ui, -apple-system, "Noto Sans", "DejaVu Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace',
  headings: {
    fontFamily: '"Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", "Noto Serif", Georgia, serif',
    fontWeight: '600',
  },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { autosize: true, minRows: 3 } },
    Modal: { defaultProps: { centered: true, closeButtonProps: { 'aria-label': 'Fermer' } } },
    // What it puts first to hold the focus is no item of a menu; the first item holds it as well.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    // A list that opens by itself hides the field below: a click, an arrow or a letter opens it.
    Select: { defaultProps: { openOnFocus: false } },
    MultiSelect: { defaultProps: { openOnFocus: false } },
    Loader: { defaultProps: { type: 'dots' } },
    // Its contrast is reckoned by the light shade only: what is chosen in the dark was dark on dark.
    SegmentedControl: {
      vars: () => ({ root: { '--sc-color': 'var(--pv-accent)', '--sc-label-color': 'var(--pv-accent-ink)' } }),
    },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 400 } },
  },
});

/** Colours of the library that must follow our tokens, in both schemes. */
export const cssVariables: CSSVariablesResolver = () => {
  const common = {
    '--mantine-color-dimmed': 'var(--pv-ink-soft)',
    '--mantine-color-placeholder': 'var(--pv-ink-soft)',
    '--mantine-color-error': 'var(--pv-late-ink)',
    '--mantine-color-default-border': 'var(--pv-line-strong)',
    '--mantine-color-default': 'var(--pv-panel)',
    '--mantine-color-default-hover': 'var(--pv-hover)',
    '--mantine-color-default-color': 'var(--pv-ink)',
    '--mantine-color-body': 'var(--pv-panel)',
    '--mantine-color-text': 'var(--pv-ink)',
    '--mantine-color-anchor': 'var(--pv-accent)',
    '--mantine-color-disabled': 'var(--pv-sunk)',
    '--mantine-color-disabled-color': 'var(--pv-ink-soft)',
  };
  return { variables: {}, light: common, dark: common };
};
