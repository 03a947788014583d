// Words in the user's language. Knows nothing of VS Code, so that tests need no editor.

/** Translates a message and fills in `{0}`, `{1}` … (`vscode.l10n.t` in the editor). */
export type Translate = (message: string, ...values: string[]) => string;
