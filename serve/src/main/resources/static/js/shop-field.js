/** The field that the selection is written in: as high as its text, Enter applies it. */
export class WhereField {
  /** @param {HTMLTextAreaElement} field @param {HTMLFormElement} form @param {{applied: () => void, typed: () => void}} listeners */
  constructor(field, form, {applied, typed}) {
    this.field = field;
    form.addEventListener('submit', (e) => {
      e.preventDefault();
      applied();
    });
    field.addEventListener('input', typed);
    field.addEventListener('keydown', (e) => {
      if (e.key !== 'Enter' || e.shiftKey) return;
      e.preventDefault();
      form.requestSubmit();
    });
  }

  get text() {
    return this.field.value;
  }

  /** @param {string} text @param {boolean} [grows] as high as the text at once */
  show(text, grows = true) {
    if (this.field.value.trim() !== text) this.field.value = text;
    if (grows) this.grow();
  }

  grow() {
    this.field.style.blockSize = 'auto';
    this.field.style.blockSize = `${this.field.scrollHeight + 2}px`;
  }
}
