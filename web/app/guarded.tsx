import { Component, type ReactNode } from 'react';
import { Wrong } from './states.js';

interface Given {
  /** What is shown; another one is tried anew. */
  readonly of: string;
  readonly children: ReactNode;
}

/** Holds a view that could not be loaded, as where the server is away, so that the rest of the page stays. */
export class Guarded extends Component<Given, { readonly error: unknown; readonly of: string }> {
  override state = { error: null as unknown, of: this.props.of };

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error };
  }

  static getDerivedStateFromProps({ of }: Given, before: { readonly of: string }) {
    return of === before.of ? null : { error: null, of };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <Wrong error={this.state.error} again={() => window.location.reload()} />;
  }
}
