import {acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap} from '@codemirror/autocomplete';
import {defaultKeymap, history, historyKeymap} from '@codemirror/commands';
import {bracketMatching} from '@codemirror/language';
import {linter, lintKeymap} from '@codemirror/lint';
import {EditorState} from '@codemirror/state';
import {drawSelection, EditorView, highlightSpecialChars, keymap, lineNumbers, placeholder} from '@codemirror/view';
import {adql} from './language.js';

/**
 * The field that queries are written in. Tab leaves it, so that nobody is caught; in an open list it takes the choice.
 */
export class Editor {
  /**
   * @param {HTMLElement} host
   * @param {{text: string, words: string[], functions: string[], complete: (context: any) => any,
   *   check: (text: string) => Promise<any[]>, run: () => void, changed: () => void}} how
   */
  constructor(host, {text, words, functions, complete, check, run, changed}) {
    const nonce = /** @type {HTMLElement} */ (document.querySelector('script[type=importmap]')).nonce ?? '';
    this.view = new EditorView({
      parent: host,
      state: EditorState.create({doc: text, extensions: [
        EditorView.cspNonce.of(nonce),
        keymap.of([
          {key: 'Mod-Enter', preventDefault: true, run: () => (run(), true)},
          {key: 'Ctrl-Enter', preventDefault: true, run: () => (run(), true)},
          {key: 'Tab', run: acceptCompletion},
          ...closeBracketsKeymap, ...completionKeymap, ...lintKeymap, ...historyKeymap, ...defaultKeymap,
        ]),
        lineNumbers(), history(), drawSelection(), highlightSpecialChars(), bracketMatching(), closeBrackets(),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({'aria-label': 'Query in ADQL', 'aria-describedby': 'state', autocapitalize: 'off'}),
        placeholder('SELECT TOP 100 * FROM …'),
        adql(words, functions),
        autocompletion({override: [complete], icons: false, activateOnTypingDelay: 60, maxRenderedOptions: 80}),
        linter(async (view) => check(view.state.doc.toString()), {delay: 350}),
        EditorView.updateListener.of((/** @type {any} */ update) => {
          if (update.docChanged) changed();
        }),
      ]}),
    });
  }

  get text() {
    return this.view.state.doc.toString();
  }

  /** Replaces all; it can be undone. @param {string} text */
  set text(text) {
    this.view.dispatch({changes: {from: 0, to: this.view.state.doc.length, insert: text}, selection: {anchor: text.length}});
  }

  /** Puts a name at the cursor, parted from a word before it. @param {string} name */
  insert(name) {
    const {from, to} = this.view.state.selection.main;
    const before = this.view.state.sliceDoc(Math.max(0, from - 1), from);
    const insert = (/[\w"]/.test(before) ? ' ' : '') + name;
    this.view.dispatch({changes: {from, to, insert}, selection: {anchor: from + insert.length}, scrollIntoView: true, userEvent: 'input'});
    this.view.focus();
  }

  /** @param {number} from @param {number} to */
  select(from, to) {
    const end = this.view.state.doc.length;
    this.view.dispatch({selection: {anchor: Math.min(from, end), head: Math.min(to, end)}, scrollIntoView: true});
    this.view.focus();
  }

  focus() {
    this.view.focus();
  }

  /** The line of a place, from 1. @param {number} at */
  lineOf(at) {
    return this.view.state.doc.lineAt(Math.min(at, this.view.state.doc.length)).number;
  }
}
