import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { library } from '../api/browser.ts';

const key = ['procedures'] as const;

/** The library's list, kept up to date with this tab's changes and the others'. */
export function useProcedures() {
  const client = useQueryClient();
  useEffect(() => library.subscribe(() => void client.invalidateQueries({ queryKey: key })), [client]);
  return useQuery({ queryKey: key, queryFn: () => library.list(), retry: false, networkMode: 'always' });
}
