import { Component } from 'react';
import type { ErrorInfo, ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

export interface PanelBoundaryProps {
  /** What failed, as the beginning of a sentence. */
  readonly name: string;
  /** The way out with the work: offered where there is a procedure. */
  readonly onExport?: () => void;
  /** Before what failed is shown once more. */
  readonly onRetry?: () => void;
  readonly children: ReactNode;
}

interface PanelBoundaryState {
  readonly error: Error | undefined;
}

/** Keeps a failing panel from taking the others along. */
export class PanelBoundary extends Component<PanelBoundaryProps, PanelBoundaryState> {
  override state: PanelBoundaryState = { error: undefined };

  static getDerivedStateFromError(error: unknown): PanelBoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(`${this.props.name} failed`, error, info.componentStack);
  }

  override render(): ReactNode {
    const { error } = this.state;
    const { name, onExport, onRetry, children } = this.props;
    if (error === undefined) return children;
    return (
      <div role="alert" className="h-full overflow-y-auto">
        <EmptyState
          title={`${name} stopped working`}
          text={
            <>
              Nothing that you wrote is lost. What went wrong:{' '}
              <span className="font-mono text-sm wrap-anywhere">{error.message}</span>
            </>
          }
          actions={
            <>
              {onExport !== undefined && <Button onClick={onExport}>Export the text</Button>}
              <Button onClick={() => window.location.reload()}>Reload</Button>
              <Button
                variant="primary"
                onClick={() => {
                  onRetry?.();
                  this.setState({ error: undefined });
                }}
              >
                Try again
              </Button>
            </>
          }
        />
      </div>
    );
  }
}
