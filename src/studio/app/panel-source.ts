import { lazy } from 'react';
import type { ComponentType, LazyExoticComponent } from 'react';

/** A panel that is fetched when it is first shown. */
export interface PanelSource {
  current(this: void): LazyExoticComponent<ComponentType>;
  /** Forgets a failed fetch, so that the next showing fetches again. A panel that has come is kept. */
  renew(this: void): void;
}

export function panelSource(load: () => Promise<ComponentType>): PanelSource {
  let failed = false;
  const fetchPanel = (): LazyExoticComponent<ComponentType> =>
    lazy(async () => {
      try {
        return { default: await load() };
      } catch (error) {
        failed = true;
        throw error;
      }
    });
  let panel = fetchPanel();
  return {
    current: () => panel,
    renew: () => {
      if (!failed) return;
      failed = false;
      panel = fetchPanel();
    },
  };
}
