import { useQuery } from '@tanstack/react-query';
import { library } from '../api/browser.ts';
import { fetchGallery } from '../api/gallery.ts';
import type { ComboboxOption } from '../ui/combobox.tsx';

/** The procedures that a step may run: this browser's, then those of the gallery; never the open one. */
export function useProcedureOptions(openId: string): readonly ComboboxOption[] {
  const { data = [] } = useQuery({
    queryKey: ['procedure options'],
    queryFn: everyProcedure,
    retry: false,
    networkMode: 'always',
  });
  return data.filter(({ value }) => value !== openId);
}

async function everyProcedure(): Promise<readonly ComboboxOption[]> {
  const [records, gallery] = await Promise.all([library.list(), fetchGallery().catch(() => [])]);
  const options = new Map<string, ComboboxOption>();
  for (const { sopId, title, trashedAt } of records) {
    if (sopId === undefined || trashedAt !== undefined || options.has(sopId)) continue;
    options.set(sopId, { value: sopId, detail: title });
  }
  for (const { id, title } of gallery) {
    if (!options.has(id)) options.set(id, { value: id, detail: `${title}, from the gallery` });
  }
  return [...options.values()];
}
