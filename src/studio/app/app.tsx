import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Route, Switch } from 'wouter';
import { Notifications } from '../ui/notify.tsx';
import { TooltipProvider } from '../ui/tooltip.tsx';
import { LibraryRoute } from './library-route.tsx';
import { NotFound } from './not-found.tsx';
import { PanelBoundary } from './panel-boundary.tsx';
import { ProcedureRoute } from './procedure-route.tsx';
import { useAppearance } from './use-appearance.ts';

const client = new QueryClient();

export function App() {
  const theme = useAppearance();
  return (
    <QueryClientProvider client={client}>
      <TooltipProvider>
        <PanelBoundary name="The studio">
          <Switch>
            <Route path="/" component={LibraryRoute} />
            <Route path="/p/:id">{({ id }) => <ProcedureRoute key={id} id={id} />}</Route>
            <Route>
              <NotFound title="There is no such page" />
            </Route>
          </Switch>
        </PanelBoundary>
        <Notifications theme={theme} />
      </TooltipProvider>
    </QueryClientProvider>
  );
}
