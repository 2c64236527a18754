/** An id as people read it: `known-customer` is "Known customer". */
export function humanised(id: string): string {
  const words = id.replaceAll(/[-_.]+/g, ' ').trim();
  return words === '' ? id : words.charAt(0).toUpperCase() + words.slice(1);
}

/** What people call an element: its title, else its id in words. */
export function nameOf(id: string, element: { readonly title: string | undefined } | undefined): string {
  return element?.title ?? humanised(id);
}
