;;; dinggao.el --- 定稿 dinggao through Eglot  -*- lexical-binding: t; coding: utf-8 -*-

;; Eglot is part of Emacs 29 and newer; Emacs 26 to 28 have it as a package (Debian: elpa-eglot).
;; (load "/path/to/dinggao.el") in the init file starts `dinggao lsp' for .txt and .md files; the server says nothing about
;; those that are no policy drafts.

;;; Code:

(defun dinggao-ensure ()
  "Start the server for a text or Markdown file."
  (when (and buffer-file-name
             (string-match-p "\\.\\(?:txt\\|md\\|markdown\\)\\'" buffer-file-name))
    (require 'eglot)
    (eglot-ensure)))

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '((text-mode markdown-mode) . ("dinggao" "lsp"))))

(add-to-list 'auto-mode-alist '("\\.txt\\'" . text-mode))
(unless (assoc "\\.md\\'" auto-mode-alist) ; markdown-mode is a package of its own
  (add-to-list 'auto-mode-alist '("\\.md\\'" . text-mode) t))
(add-hook 'text-mode-hook #'dinggao-ensure)

(provide 'dinggao)
;;; dinggao.el ends here
