/** Keeps a fault in one page from taking the whole application with it. */

import { Component } from 'react';
import type { ReactNode } from 'react';

import { problemOf } from '../api/use-resource.ts';
import { ProblemNotice } from './problem-notice.tsx';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly fault: unknown;
}

export class FaultBoundary extends Component<Props, State> {
  override state: State = { fault: null };

  static getDerivedStateFromError(fault: unknown): State {
    return { fault };
  }

  override render() {
    if (this.state.fault === null) return this.props.children;
    return (
      <ProblemNotice problem={problemOf(this.state.fault)} onRetry={() => this.setState({ fault: null })} />
    );
  }
}
