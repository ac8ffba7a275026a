// Parameters of a property as the book stores them: JSON, or nothing at all.
import type { Parameters } from '#core/contacts/model.ts';

export const parametersIn = (text: string): Parameters =>
  text === '' ? {} : (JSON.parse(text) as Parameters); // written by parametersText

export const parametersText = (parameters: Parameters | undefined): string =>
  parameters === undefined || Object.keys(parameters).length === 0 ? '' : JSON.stringify(parameters);

/** The first value of a parameter; empty where it is not there, whatever its name. */
export const firstOf = (parameters: Parameters, name: string): string =>
  Object.hasOwn(parameters, name) ? (parameters[name]?.[0] ?? '').trim() : '';
