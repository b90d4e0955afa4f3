import { useSyncExternalStore } from 'react';

/** Colours of a picture; they are written into it, so that a download looks as it does on the page. */
export interface Theme {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly rule: string;
  /** Colours that stay apart for every kind of colour vision (Okabe and Ito 2008). */
  readonly lines: readonly string[];
}

const light: Theme = {
  paper: '#ffffff',
  ink: '#1a1a1a',
  soft: '#595959',
  rule: '#d5d5d5',
  lines: ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#b07d00', '#56b4e9', '#4d4d4d', '#8a7e00'],
};
const dark: Theme = {
  paper: '#15171a',
  ink: '#e8e8e6',
  soft: '#a9adb1',
  rule: '#3a3e43',
  lines: ['#3d9bd6', '#f08040', '#1fbf91', '#dd96bd', '#f0b02e', '#7cc8f2', '#b5b5b5', '#f0e442'],
};

const query = '(prefers-color-scheme: dark)';

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}

/** The colours that the reader's system asks for. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, () => (window.matchMedia(query).matches ? dark : light));
}

/** The colour of the nth line. */
export function lineOf(theme: Theme, nth: number): string {
  return theme.lines[nth % theme.lines.length] ?? theme.ink;
}
