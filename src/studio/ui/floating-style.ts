/** Menus, lists and popovers over the page. */
export const floatingStyle =
  'z-50 max-h-[min(32rem,var(--radix-popper-available-height,32rem))] max-w-[min(24rem,calc(100vw-16px))] overflow-y-auto ' +
  'rounded-lg border border-line bg-raised p-1 text-ink shadow-high data-[state=open]:animate-appear';

/** One line of a floating list. */
export const itemStyle =
  'flex min-h-7 items-center gap-2 rounded-md px-2 py-1 outline-none select-none pointer-coarse:min-h-10 ' +
  'data-highlighted:bg-hover data-[selected=true]:bg-hover data-[disabled=""]:opacity-45 data-[disabled=true]:opacity-45 ' +
  '[&_svg]:size-4 [&_svg]:shrink-0';
