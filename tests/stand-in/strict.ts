// Refuses what the stand-in does not have, instead of letting a test pass on `undefined`.

/** Asked for by the language, by promises and by printing, never by Electron's users. */
const HARMLESS = new Set(['then', 'toJSON', 'constructor', 'inspect', 'asymmetricMatch', 'domain']);

/** The same object, except that a member it lacks throws `stand-in: <name>.<member> is not implemented`. */
export function strict<Target extends object>(name: string, target: Target): Target {
  return new Proxy(target, {
    get(object, member) {
      if (
        typeof member === 'string' &&
        !(member in object) &&
        !HARMLESS.has(member) &&
        !/^[_$]/.test(member)
      ) {
        throw new Error(`stand-in: ${name}.${member} is not implemented`);
      }
      const value: unknown = Reflect.get(object, member, object);
      // Private fields need the true `this`; a class keeps its statics.
      return typeof value === 'function' && !isClass(value) && member !== 'constructor'
        ? bound(object, value)
        : value;
    },
    set: (object, member, value) => Reflect.set(object, member, value, object),
  });
}

const bindings = new WeakMap<object, WeakMap<object, unknown>>();

// One binding per method and object, so that `emitter.off(f)` and comparisons keep working.
function bound(object: object, method: Function): unknown {
  const known = bindings.get(object) ?? new WeakMap<object, unknown>();
  bindings.set(object, known);
  if (!known.has(method)) known.set(method, method.bind(object));
  return known.get(method);
}

const isClass = (value: unknown): boolean =>
  typeof value === 'function' && /^class\b/.test(Function.prototype.toString.call(value));
