/** Undo and redo of a text, such as a selection. */
export class Steps {
  /** @type {string[]} */
  #texts;
  #at = 0;
  #changed;

  /** @param {string} first @param {() => void} changed called when what can be undone changes */
  constructor(first, changed) {
    this.#texts = [first];
    this.#changed = changed;
  }

  get canUndo() {
    return this.#at > 0;
  }

  get canRedo() {
    return this.#at < this.#texts.length - 1;
  }

  /** A new step; those undone are gone. @param {string} text */
  add(text) {
    if (text === this.#texts[this.#at]) return;
    this.#texts = [...this.#texts.slice(Math.max(0, this.#at - 199), this.#at + 1), text];
    this.#at = this.#texts.length - 1;
    this.#changed();
  }

  /** @param {-1 | 1} by @returns {string | null} the text then in force; null if there is none */
  go(by) {
    if (by < 0 ? !this.canUndo : !this.canRedo) return null;
    this.#at += by;
    this.#changed();
    return this.#texts[this.#at];
  }
}
