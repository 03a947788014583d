// For whoever is here for the first time: the demo draft, the walkthrough, the settings.

import * as vscode from 'vscode';

/** Registers the commands. */
export function firstSteps(extension: vscode.Extension<unknown>): vscode.Disposable[] {
  const on = vscode.commands.registerCommand;
  return [
    on('dinggao.openDemo', async () => {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension.extensionUri, 'dist', 'demo.txt'));
      // A copy without a file: nothing that is tried on it can go wrong.
      const document = await vscode.workspace.openTextDocument({ language: 'policy-draft', content: new TextDecoder().decode(bytes) });
      await vscode.window.showTextDocument(document);
    }),
    on('dinggao.openWalkthrough', () => vscode.commands.executeCommand('workbench.action.openWalkthrough', `${extension.id}#start`, false)),
    on('dinggao.openSettings', () => vscode.commands.executeCommand('workbench.action.openSettings', `@ext:${extension.id}`)),
  ];
}
