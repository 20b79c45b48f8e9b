import { Component, type ReactNode } from 'react';
import { useText } from './state/text-context.tsx';
import { Button } from './ui/Button.tsx';
import { EmptyState } from './ui/EmptyState.tsx';

type Props = {
  readonly name: string;
  readonly children: ReactNode;
  readonly fallback: (again: () => void) => ReactNode;
};
type State = { readonly name: string; readonly failed: boolean };

/** Keeps a fault in one pane from taking the others with it. */
class Boundary extends Component<Props, State> {
  override state: State = { name: this.props.name, failed: false };
  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }
  static getDerivedStateFromProps({ name }: Props, state: State): State | null {
    return name === state.name ? null : { name, failed: false };
  }
  override render(): ReactNode {
    return this.state.failed ? this.props.fallback(() => this.setState({ failed: false })) : this.props.children;
  }
}

/** `name` changes when the pane shows something else, which is reason enough to try again. */
export function PaneBoundary({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const t = useText();
  return (
    <Boundary
      name={name}
      fallback={(again) => (
        <EmptyState tone="danger" title={t('app.crash.title')} body={t('app.crash.body')}>
          <Button onClick={again}>{t('app.crash.again')}</Button>
        </EmptyState>
      )}
    >
      {children}
    </Boundary>
  );
}
