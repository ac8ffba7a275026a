// The place in a binary where Electron keeps its fuses (electron/fuses: sentinel, version, count, one character each).

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const VERSION = 1;
/** As Electron ships them; '1' is on, '0' is off. One more than is named today, as in current binaries. */
const SHIPPED = '101100010';

/** The wire as bytes, to be put anywhere into a stand-in binary. */
export const fuseWire = (): Buffer =>
  Buffer.concat([Buffer.from(SENTINEL), Buffer.from([VERSION, SHIPPED.length]), Buffer.from(SHIPPED)]);
