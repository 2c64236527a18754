/** A graph as it stands on a canvas. */
export interface Picture {
  readonly nodes: readonly { readonly id: string; readonly x: number; readonly y: number }[];
  readonly links: readonly { readonly source: string; readonly target: string }[];
}

export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** How the benchmark and the bare page speak: picture and size, in pixels, are there before the page loads. */
export interface BareWindow {
  readonly picture: Picture;
  readonly canvas: { readonly width: number; readonly height: number };
  look(viewport: Viewport): void;
}
