import { Matches, MaxLength, type ValidationOptions } from 'class-validator'

/** How long a text may be, in characters: an account or reasons, and a title or a name. */
export const longText = 20_000
export const shortText = 200

// Tabs and line ends are part of a text; other control characters cannot be read, nor printed in a letter.
const readable = /^[\P{Cc}\t\n\r]*$/u

/** A text that people write and read: its greatest length, and no hidden control character. */
export const Text =
  (longest: number, options: ValidationOptions = {}): PropertyDecorator =>
  (target, property) => {
    const message = 'Ce texte contient un caractère de contrôle.'
    MaxLength(longest, options)(target, String(property))
    Matches(readable, { ...options, message })(target, String(property))
  }
