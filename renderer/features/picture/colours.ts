// The page's colours for the canvas, which cannot read tokens itself.
import { TIE_LEVELS } from '#core/network/model.ts';
import { HOW_MET } from '#core/network/how-met.ts';
import type { Scene } from './scene.ts';

export type ColourBy = 'community' | 'level' | 'how';

export interface Colours {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly tie: string;
  readonly accent: string;
  /** One for each of the largest communities; everybody else is `rest`. */
  readonly communities: readonly string[];
  readonly rest: string;
  readonly levels: readonly string[];
  readonly how: readonly string[];
  readonly font: string;
}

/** How many communities have a colour of their own: more cannot be told apart. */
export const COLOURED = 10;

/** What the tokens come to where this element is. */
export function coloursAt(element: HTMLElement): Colours {
  const probe = document.createElement('span');
  // A colour on its way to another would be read as the one it comes from.
  probe.style.transition = 'none';
  element.append(probe);
  const read = (token: string): string => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    paper: read('paper'),
    ink: read('ink'),
    soft: read('ink-soft'),
    tie: read('picture-tie'),
    accent: read('accent'),
    communities: Array.from({ length: COLOURED }, (_, at) => read(`picture-${at + 1}`)),
    rest: read('picture-rest'),
    levels: TIE_LEVELS.map((_, at) => read(`picture-level-${at}`)),
    how: HOW_MET.map((_, at) => (at === 0 ? read('picture-rest') : read(`picture-${at}`))),
    font: getComputedStyle(element).fontFamily,
  };
  probe.remove();
  return colours;
}

/** Every colour of a mode, each once, and which of them a person has. */
export interface Palette {
  readonly colours: readonly string[];
  readonly of: Uint8Array;
}

export function paletteOf(scene: Scene, by: ColourBy, colours: Colours): Palette {
  if (by === 'level') return { colours: colours.levels, of: scene.levels };
  if (by === 'how') return { colours: colours.how, of: scene.how };
  return {
    colours: [...colours.communities, colours.rest],
    of: Uint8Array.from(scene.community, (at) => (at < 0 || at >= COLOURED ? COLOURED : at)),
  };
}

const rgbOf = new Map<string, number>();

/** A colour as a pixel of an ImageData (`0xAABBGGRR`), by painting one and looking at it. */
export function pixelOf(colour: string): number {
  const known = rgbOf.get(colour);
  if (known !== undefined) return known;
  const context = new OffscreenCanvas(1, 1).getContext('2d')!;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  const pixel = ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
  rgbOf.set(colour, pixel);
  return pixel;
}
