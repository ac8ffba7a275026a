// Joins class names; CSS Modules give `string | undefined` under strict index access.

/** `classes(css.row, isActive && css.active)` → the names that are there, with spaces between. */
export const classes = (...names: readonly (string | false | undefined)[]): string =>
  names.filter((name) => typeof name === 'string' && name !== '').join(' ');
