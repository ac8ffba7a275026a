// The picture as a file the owner keeps. Confidential people are in none of them.
import { ContactId } from '#core/contacts/model.ts';
import { HOW_MET } from '#core/network/how-met.ts';
import { TIE_LEVELS } from '#core/network/model.ts';
import { pictureAsGraphml, pictureAsSvg } from '#core/network/picture-files.ts';
import type { FiledPicture } from '#core/network/picture-files.ts';
import { client } from '#renderer/client/client.ts';
import { sayProblem } from '#renderer/client/commands.ts';
import { saveBlob } from '#renderer/drafts/hand-over.ts';
import { wholeOf } from './camera.ts';
import { coloursAt, paletteOf } from './colours.ts';
import type { ColourBy, Colours, Palette } from './colours.ts';
import { paintNames } from './paint-names.ts';
import { paintPeople } from './paint-people.ts';
import { paintTies } from './paint-ties.ts';
import type { Frame } from './frame.ts';
import { heightOfTie, isLikelyTie } from './scene.ts';
import type { Scene } from './scene.ts';
import { shareable } from './shareable.ts';

export type PictureKind = 'png' | 'svg' | 'graphml';

/** A page of paper held sideways, at 200 points to the inch. */
const SHEET = { width: 2400, height: 1700 };
const NAMES_AT_ONCE = 1000;

interface Wish {
  readonly scene: Scene;
  readonly colourBy: ColourBy;
  /** Where the colours are read. */
  readonly at: HTMLElement;
}

/** Saves all of the picture, whatever part of it is on the screen. Says what went wrong where it does. */
export async function saveAs(kind: PictureKind, { scene, colourBy, at }: Wish): Promise<void> {
  try {
    const shared = shareable(scene);
    const colours = coloursAt(at);
    const names = await namesOf(shared);
    const palette = paletteOf(shared, colourBy, colours);
    saveBlob(`network.${kind}`, await blobOf(kind, { scene: shared, colours, palette, names }));
  } catch (error) {
    sayProblem(error);
  }
}

interface Ready {
  readonly scene: Scene;
  readonly colours: Colours;
  readonly palette: Palette;
  readonly names: ReadonlyMap<number, string>;
}

async function blobOf(kind: PictureKind, ready: Ready): Promise<Blob> {
  if (kind === 'png') return painted(ready);
  const picture = filed(ready);
  return kind === 'svg'
    ? new Blob([pictureAsSvg(picture, ready.colours)], { type: 'image/svg+xml' })
    : new Blob([pictureAsGraphml(picture)], { type: 'application/xml' });
}

async function namesOf({ ids }: Scene): Promise<ReadonlyMap<number, string>> {
  const names = new Map<number, string>();
  for (let at = 0; at < ids.length; at += NAMES_AT_ONCE) {
    const some = Array.from(ids.subarray(at, at + NAMES_AT_ONCE), (id) => ContactId.parse(id));
    for (const { id, fn } of await client.network.names({ ids: some })) names.set(id, fn);
  }
  return names;
}

function painted({ scene, colours, palette, names }: Ready): Promise<Blob> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, SHEET);
  const context = canvas.getContext('2d', { alpha: false })!;
  const camera = wholeOf(scene.places, SHEET);
  const nobody = { chosen: -1, pointedAt: -1, way: [], isMoving: false };
  const frame: Frame = { scene, camera, size: SHEET, colours, palette, names, ...nobody };
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, SHEET.width, SHEET.height);
  paintTies(context, frame);
  paintPeople(context, frame);
  paintNames(context, frame);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no PNG')) : resolve(blob)), 'image/png'),
  );
}

function filed({ scene, palette, names }: Ready): FiledPicture {
  const { ids, places, degrees, levels, how, community, pairs, kinds } = scene;
  return {
    people: Array.from(ids, (id, node) => ({
      id,
      name: names.get(id) ?? '',
      x: places.xy[2 * node]!,
      y: places.xy[2 * node + 1]!,
      radius: 2 + 0.5 * Math.sqrt(degrees[node]!),
      colour: palette.colours[palette.of[node]!]!,
      level: TIE_LEVELS[levels[node]!]!,
      how: HOW_MET[how[node]!]!,
      community: community[node]!,
    })),
    ties: Array.from(kinds, (_, tie) => ({
      source: ids[pairs[2 * tie]!]!,
      target: ids[pairs[2 * tie + 1]!]!,
      level: TIE_LEVELS[heightOfTie(scene, tie)]!,
      isLikely: isLikelyTie(scene, tie),
    })),
  };
}
