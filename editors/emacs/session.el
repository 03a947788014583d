;;; session.el --- one session of a real Emacs, driven by editors/test  -*- lexical-binding: t; coding: utf-8 -*-

;; Opens $DRAFT with the user's file $CONFIGURATION loaded, asks for what is shown, makes the correction, and writes what it
;; saw to $REPORT (see recording/judge.py).

;;; Code:

(set-language-environment "UTF-8")
(prefer-coding-system 'utf-8)
(when (< emacs-major-version 29)
  (let ((default-directory "/usr/share/emacs/site-lisp/elpa/"))
    (when (file-directory-p default-directory) (normal-top-level-add-subdirs-to-load-path))))
(require 'eglot)
(require 'flymake)
(require 'imenu)
(require 'json)
(setq eglot-sync-connect 30 eglot-connect-timeout 60 eglot-autoshutdown nil
      eglot-send-changes-idle-time 0.1 flymake-no-changes-timeout 0.1)
(load (getenv "CONFIGURATION"))

(defun session-wait (question what)
  "Wait until QUESTION has an answer, at most 30 seconds; else WHAT did not happen."
  (let ((end (+ (float-time) 30)) answer)
    (while (and (not (setq answer (funcall question))) (< (float-time) end))
      (accept-process-output nil 0.05))
    (or answer (error "Did not happen: %s" what))))

(defun session-find (words)
  "Put point before WORDS."
  (goto-char (point-min))
  (search-forward words)
  (goto-char (match-beginning 0)))

(defun session-findings ()
  "What Flymake shows, as rule, line, text and message."
  (mapcar (lambda (finding)
            (let ((from (flymake-diagnostic-beg finding))
                  (to (flymake-diagnostic-end finding))
                  (data (alist-get 'eglot-lsp-diag (flymake-diagnostic-data finding))))
              (list :rule (plist-get data :code)
                    :line (1- (line-number-at-pos from t))
                    :text (buffer-substring-no-properties from to)
                    :message (substring-no-properties (flymake-diagnostic-text finding)))))
          (flymake-diagnostics)))

(defun session-names (entries)
  "The names in the imenu ENTRIES, outer before inner."
  (apply #'append
         (mapcar (lambda (entry)
                   (when (consp entry)
                     (cons (substring-no-properties (car entry))
                           (when (and (consp (cdr entry)) (consp (cadr entry)))
                             (session-names (cdr entry))))))
                 entries)))

(defun session-run ()
  "The session."
  (find-file (getenv "DRAFT"))
  (run-hooks 'post-command-hook) ; where `eglot-ensure' starts the server
  (session-wait #'eglot-current-server "a server for the draft")
  (session-wait #'eglot-managed-p "the draft in the server's hands")
  (flymake-start)
  (session-wait (lambda () (flymake-start) (flymake-diagnostics)) "findings")
  (let* ((server (eglot-current-server))
         (before (session-findings))
         (outline (session-names (funcall imenu-create-index-function)))
         (hover (progn (session-find "地区生产总值完成")
                       (jsonrpc-request server :textDocument/hover (eglot--TextDocumentPositionParams)))))
    (session-find "XX")
    (delete-char 2)
    (insert "3")
    (eglot--signal-textDocument/didChange)
    (session-wait (lambda ()
                    (flymake-start)
                    (let ((now (session-findings)))
                      (and now (not (seq-some (lambda (it) (equal (plist-get it :text) "XX")) now))
                           (< (length now) (length before)))))
                  "the finding to go with its cause")
    (with-temp-file (getenv "REPORT")
      (insert (json-encode (list :editor (format "Emacs %s" emacs-version)
                                 :findings (vconcat before)
                                 :outline (vconcat outline)
                                 :hover (plist-get (plist-get hover :contents) :value)
                                 :corrected t))))
    (set-buffer-modified-p nil)
    (eglot-shutdown server)))

(condition-case problem (session-run)
  (error (message "%s" (error-message-string problem)) (kill-emacs 1)))
(kill-emacs 0)
;;; session.el ends here
