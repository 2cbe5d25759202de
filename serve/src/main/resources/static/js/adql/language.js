import {StreamLanguage, syntaxHighlighting} from '@codemirror/language';
import {tagHighlighter, tags} from '@lezer/highlight';

/**
 * ADQL for the editor: words, strings, numbers and comments, by the server's own list of words.
 *
 * @param {string[]} words reserved, in upper case
 * @param {string[]} functions
 */
export function adql(words, functions) {
  const reserved = new Set(words);
  const calls = new Set(functions.map((name) => name.toUpperCase()));
  return [
    StreamLanguage.define({
      name: 'adql',
      token(stream) {
        if (stream.eatSpace()) return null;
        if (stream.match('--')) {
          stream.skipToEnd();
          return 'comment';
        }
        if (stream.match(/^'(?:[^']|'')*'?/)) return 'string';
        if (stream.match(/^"(?:[^"]|"")*"?/)) return 'variableName';
        if (stream.match(/^(?:0[xX][\da-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)/)) return 'number';
        const name = stream.match(/^[A-Za-z_]\w*/);
        if (name) {
          const word = name[0].toUpperCase();
          if (calls.has(word) && stream.match(/^\s*\(/, false)) return 'variableName.function';
          return reserved.has(word) ? 'keyword' : 'variableName';
        }
        stream.next();
        return 'operator';
      },
      languageData: {commentTokens: {line: '--'}, closeBrackets: {brackets: ['(', "'", '"']}},
    }),
    syntaxHighlighting(tagHighlighter([
      {tag: tags.keyword, class: 'tok-keyword'},
      {tag: tags.function(tags.variableName), class: 'tok-function'},
      {tag: tags.string, class: 'tok-string'},
      {tag: tags.number, class: 'tok-number'},
      {tag: tags.comment, class: 'tok-comment'},
    ])),
  ];
}
