// What the page and the worker that lays the picture out say to each other.
import type { WeightedTies } from '#core/network/communities.ts';
import type { Places } from '#core/network/places.ts';

export type LayoutWish = WeightedTies;

export interface LayoutAnswer {
  readonly community: Int32Array;
  readonly places: Places;
  /** Nothing will move any more. */
  readonly isSettled: boolean;
}
