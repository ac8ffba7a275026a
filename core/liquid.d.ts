// The engine's build for browsers: unlike the one for Node it imports no file system.
declare module 'liquidjs/dist/liquid.browser.mjs' {
  export { Liquid } from 'liquidjs';
}
