import { useQuery } from '@tanstack/react-query';
import { fetchGallery } from '../api/gallery.ts';

/** The finished procedures that come with the studio. They do not change while a page is open. */
export function useGallery() {
  return useQuery({
    queryKey: ['gallery'],
    queryFn: fetchGallery,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    networkMode: 'always',
  });
}
