import {flagPanel} from './choice.js';
import {withClause, without} from './where.js';

/**
 * The panels of flags: what an event has or has not, such as a component.
 *
 * @param {any} data of the shop
 * @param {HTMLElement} host
 * @param {(act: (clauses: import('./where.js').Clause[]) => import('./where.js').Clause[]) => void} change
 * @returns {(clauses: import('./where.js').Clause[]) => void} puts the panels where the selection has them
 */
export function flagPanels(data, host, change) {
  const component = (/** @type {any} */ c) => data.components.find((/** @type {any} */ k) => `has_${k.name}` === c.name);
  // a component of every event is nothing to choose by
  const flags = data.columns.filter((/** @type {any} */ c) => c.type === 'bool' && c.scalar && component(c)?.rows !== data.rows);
  const panels = flags.map((/** @type {any} */ c) => {
    const panel = flagPanel({...c, rows: component(c)?.rows ?? null}, {changed: (wanted) => change((clauses) =>
      (wanted === null ? without(clauses, c.name) : withClause(clauses, {kind: 'flag', column: c.name, wanted})))});
    host.append(panel.element);
    return {name: c.name, panel};
  });
  host.hidden = panels.length === 0;
  return (clauses) => {
    for (const {name, panel} of panels) {
      const clause = clauses.find((c) => c.kind === 'flag' && c.column === name);
      panel.set(clause?.kind === 'flag' ? clause.wanted : null);
    }
  };
}
