-- 定稿 dinggao in Neovim 0.7 or newer: put this file into ~/.config/nvim/plugin/.
-- It starts `dinggao lsp` for text and Markdown files; the server says nothing about those that are no policy drafts.

local clients = {} -- by folder, for Neovim 0.7, which does not share clients by itself

--- The nearest folder above the file that has a configuration of ours, else the file's own.
local function root_of(file)
  local home = vim.fn.fnamemodify(file, ':p:h')
  local folder = home
  while true do
    if vim.fn.filereadable(folder .. '/dinggao.json') == 1 or vim.fn.isdirectory(folder .. '/.dinggao') == 1 then
      return folder
    end
    local parent = vim.fn.fnamemodify(folder, ':h')
    if parent == folder then
      return home
    end
    folder = parent
  end
end

vim.api.nvim_create_autocmd('FileType', {
  group = vim.api.nvim_create_augroup('dinggao', {}),
  pattern = { 'text', 'markdown' },
  callback = function(event)
    local buffer = event.buf or vim.api.nvim_get_current_buf()
    local file = vim.api.nvim_buf_get_name(buffer)
    if file == '' or vim.bo[buffer].buftype ~= '' then
      return
    end
    local config = { name = 'dinggao', cmd = { 'dinggao', 'lsp' }, root_dir = root_of(file) }
    if vim.lsp.start then
      vim.lsp.start(config, { bufnr = buffer })
      return
    end
    local id = clients[config.root_dir]
    if not id or not vim.lsp.get_client_by_id(id) then
      id = vim.lsp.start_client(config)
      clients[config.root_dir] = id
    end
    if id then
      vim.lsp.buf_attach_client(buffer, id)
    end
  end,
})
