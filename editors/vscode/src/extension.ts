// The extension's door: commands, settings, and the life of one language client.

import * as os from 'node:os';
import * as vscode from 'vscode';
import { LanguageClient, State, TransportKind, type InitializeParams, type LanguageClientOptions } from 'vscode-languageclient/node';

import { ChecklistTree } from './checklist';
import { CurrentDraft, jump, type Asks } from './current-draft';
import { findServer, type Surroundings } from './find-server';
import { firstSteps } from './first-steps';
import { ledgerCommands } from './ledger/commands';
import { LedgerModel } from './ledger/model';
import { LedgerPanel } from './ledger/panel';
import { LedgerTree } from './ledger/tree';
import { ledgerLabels } from './ledger/words';
import { INSTALL_COMMAND, judged, searchFailed } from './messages';
import { known, type Answers } from './protocol';
import { isRuleName, RULE_SCHEME, ruleLink, RulePages } from './rule-page';
import { StatusBar } from './status-bar';
import { realWorld } from './world';

const LANGUAGES = ['policy-draft', 'plaintext', 'markdown'];
/** Where drafts live; other schemes (git's old versions, output channels) are no drafts. */
const SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs'];
const DRAFTS = LANGUAGES.flatMap((language) => SCHEMES.map((scheme) => ({ language, scheme })));

/** The kinds of words that the server knows, as package.json contributes them. */
const TOKEN_TYPES = ['indicator', 'figure', 'unit', 'period', 'hedge', 'scope', 'headingNumber'];

/** The client, with the locale that the user chose for the messages of the server, and with the names of our kinds of words. */
class Client extends LanguageClient {
  protected override fillInitializeParams(parameters: InitializeParams): void {
    super.fillInitializeParams(parameters);
    parameters.locale = messageLocale();
    parameters.capabilities.textDocument?.semanticTokens?.tokenTypes.push(...TOKEN_TYPES);
  }
}

let session: Session | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel('定稿 Dinggao', { log: true });
  const current = new Session(context, output);
  session = current;
  const pages = new RulePages(() => current.program, messageLocale);
  context.subscriptions.push(
    output,
    vscode.workspace.registerTextDocumentContentProvider(RULE_SCHEME, pages),
    vscode.commands.registerCommand('dinggao.restart', () => current.restart()),
    vscode.commands.registerCommand('dinggao.showOutput', () => { output.show(true); }),
    vscode.commands.registerCommand('dinggao.showRule', (rule: unknown) => pages.show(rule)),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (['server.path', 'locale', 'inlayHints', 'rules'].some((name) => change.affectsConfiguration(`dinggao.${name}`))) void current.restart();
    }),
  );
  context.subscriptions.push(...firstSteps(context.extension));
  views(context, current);
  await current.restart();
}

/** The views beside the text; they ask the server when it runs. */
function views(context: vscode.ExtensionContext, server: Session): void {
  const draft = new CurrentDraft(DRAFTS, server);
  const labels = ledgerLabels(vscode.l10n.t);
  const ledger = new LedgerModel(draft, server);
  const tree = new LedgerTree(ledger, labels);
  context.subscriptions.push(
    draft,
    ledger,
    tree,
    new ChecklistTree(draft, server),
    new StatusBar(draft, server),
    vscode.window.registerWebviewViewProvider('dinggao.ledgerTable', new LedgerPanel(context.extensionUri, ledger, labels)),
    vscode.commands.registerCommand('dinggao.jump', jump),
    vscode.commands.registerCommand('dinggao.checklist.show', () => vscode.commands.executeCommand('dinggao.checklist.focus')),
    ...ledgerCommands(ledger, tree, labels),
  );
}

export async function deactivate(): Promise<void> {
  await session?.stop();
}

/** Finds, starts, stops and restarts the server; one step at a time, however often it is asked. */
class Session implements Asks {
  private readonly started = new vscode.EventEmitter<void>();
  readonly onDidStart = this.started.event;
  /** The running server's file. */
  program: string | undefined;
  private client: Client | undefined;
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly output: vscode.LogOutputChannel,
  ) {}

  restart(): Promise<void> {
    return this.afterTheLast(async () => {
      await this.end();
      await this.begin();
    });
  }

  stop(): Promise<void> {
    return this.afterTheLast(() => this.end());
  }

  async ask<Q extends keyof Answers>(question: Q, uri: vscode.Uri): Promise<Answers[Q] | undefined> {
    const { client } = this;
    if (client?.isRunning() !== true) return undefined;
    try {
      return known(question, await client.sendRequest(`dinggao/${question}`, { textDocument: { uri: client.code2ProtocolConverter.asUri(uri) } }));
    } catch (error) {
      // A view that stays as it is says less than a message box for every keystroke would.
      this.output.debug(String(error));
      return undefined;
    }
  }

  private afterTheLast(step: () => Promise<void>): Promise<void> {
    this.last = this.last.then(step).catch((error: unknown) => {
      this.output.error(error instanceof Error ? error : String(error));
    });
    return this.last;
  }

  private async end(): Promise<void> {
    const { client } = this;
    this.client = undefined;
    this.program = undefined;
    await client?.dispose();
  }

  private async begin(): Promise<void> {
    const surroundings = surroundingsOf(this.context);
    const search = await findServer(surroundings, realWorld);
    for (const candidate of search.passedOver) {
      if (candidate.verdict.state !== 'missing') this.output.warn(judged(candidate, surroundings, vscode.l10n.t));
    }
    if (search.found === undefined) {
      void this.report(searchFailed(search.problem, surroundings, vscode.l10n.t));
      return;
    }
    this.output.info(vscode.l10n.t('Starting dinggao {0}: {1}', search.version, search.found.file));
    this.program = search.found.file;
    this.client = new Client('dinggao', '定稿 Dinggao', { command: search.found.file, args: ['lsp'], transport: TransportKind.stdio }, this.clientOptions());
    // A server that died and was started again by the client is a start too.
    this.client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) this.started.fire();
    });
    await this.client.start();
  }

  private clientOptions(): LanguageClientOptions {
    const settings = vscode.workspace.getConfiguration('dinggao');
    return {
      documentSelector: [
        ...DRAFTS,
        // The server adds to the register of accepted findings: it has to know what is unsaved there.
        ...SCHEMES.map((scheme) => ({ scheme, pattern: '**/.dinggao/accepted.json' })),
      ],
      outputChannel: this.output,
      initializationOptions: { inlayHints: settings.get<string>('inlayHints', 'targets'), rules: settings.get<Record<string, string>>('rules', {}) },
      middleware: {
        handleDiagnostics: (uri, diagnostics, next) => {
          next(uri, diagnostics.map(withRuleLink));
        },
        provideDiagnostics: async (document, previousResultId, token, next) => {
          const report = await next(document, previousResultId, token);
          if (report !== null && report !== undefined && 'items' in report) report.items = report.items.map(withRuleLink);
          return report;
        },
        provideWorkspaceDiagnostics: (resultIds, token, report, next) =>
          next(resultIds, token, (part) => {
            for (const item of part?.items ?? []) {
              if ('items' in item) item.items = item.items.map(withRuleLink);
            }
            report(part);
          }),
      },
    };
  }

  private async report(message: string): Promise<void> {
    this.output.error(message);
    const copy = vscode.l10n.t('Copy the install command');
    const settings = vscode.l10n.t('Open the setting');
    const retry = vscode.l10n.t('Try again');
    const answer = await vscode.window.showErrorMessage(message, copy, settings, retry);
    if (answer === copy) await vscode.env.clipboard.writeText(INSTALL_COMMAND);
    else if (answer === settings) await vscode.commands.executeCommand('workbench.action.openSettings', 'dinggao.server.path');
    else if (answer === retry) await this.restart();
  }
}

/** Makes the code of a diagnostic open the rule's page. */
function withRuleLink<D extends vscode.Diagnostic>(diagnostic: D): D {
  const value = typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code;
  if (isRuleName(value)) diagnostic.code = { value, target: ruleLink(value) };
  return diagnostic;
}

function messageLocale(): string {
  const chosen = vscode.workspace.getConfiguration('dinggao').get<string>('locale', 'auto');
  return chosen === 'auto' ? vscode.env.language : chosen;
}

function surroundingsOf(context: vscode.ExtensionContext): Surroundings {
  return {
    setting: vscode.workspace.getConfiguration('dinggao').get<string>('server.path', ''),
    environment: process.env,
    extensionFolder: context.extensionPath,
    workspaceFolder: vscode.workspace.workspaceFolders?.[0]?.uri.fsPath,
    home: os.homedir(),
    platform: process.platform,
    machine: process.arch,
    version: (context.extension.packageJSON as { version: string }).version,
  };
}
