-- One session of a real Neovim, driven by editors/test: opens $DRAFT with the user's file already loaded, asks for what is
-- shown, makes the correction, and writes what it saw to $REPORT (see recording/judge.py).
local draft, report = os.getenv('DRAFT'), os.getenv('REPORT')
local PATIENCE = 30000

local function wait(question, what)
  assert(vim.wait(PATIENCE, question, 20), 'did not happen: ' .. what)
end

local ok, problem = pcall(function()
  vim.cmd('edit ' .. vim.fn.fnameescape(draft))
  local buffer = vim.api.nvim_get_current_buf()
  local client
  wait(function()
    local list = vim.lsp.get_clients and vim.lsp.get_clients({ bufnr = buffer }) or vim.lsp.buf_get_clients(buffer)
    client = select(2, next(list))
    return client ~= nil and client.initialized
  end, 'a server for the draft')

  local function text(finding)
    return table.concat(vim.api.nvim_buf_get_text(buffer, finding.lnum, finding.col, finding.end_lnum, finding.end_col, {}), '\n')
  end
  local function findings()
    return vim.tbl_map(function(finding)
      local code = finding.code or vim.tbl_get(finding, 'user_data', 'lsp', 'code')
      return { rule = code, line = finding.lnum, text = text(finding), message = finding.message }
    end, vim.diagnostic.get(buffer))
  end
  wait(function() return #vim.diagnostic.get(buffer) > 0 end, 'findings')
  local before = findings()

  local document = vim.lsp.util.make_text_document_params(buffer)
  local function ask(method, parameters)
    local answers = assert(vim.lsp.buf_request_sync(buffer, method, parameters, PATIENCE), method)
    local answer = assert(answers[client.id], method)
    assert(not answer.err and not answer.error, vim.inspect(answer))
    return answer.result
  end
  local outline = {}
  for _, item in ipairs(vim.lsp.util.symbols_to_items(ask('textDocument/documentSymbol', { textDocument = document }), buffer, client.offset_encoding)) do
    table.insert(outline, item.text)
  end

  local function find(words)
    for row, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
      local from, to = string.find(line, words, 1, true)
      if from then
        return row, from - 1, to
      end
    end
    error('not in the draft: ' .. words)
  end
  local row, column = find('地区生产总值完成')
  vim.api.nvim_win_set_cursor(0, { row, column })
  local hover = ask('textDocument/hover', vim.lsp.util.make_position_params(0, client.offset_encoding))

  local from, to
  row, from, to = find('XX')
  vim.api.nvim_buf_set_text(buffer, row - 1, from, row - 1, to, { '3' })
  wait(function()
    for _, finding in ipairs(findings()) do
      if finding.rule == 'placeholder' then
        return false
      end
    end
    return #vim.diagnostic.get(buffer) > 0
  end, 'the finding to go with its cause')

  local version = vim.version()
  local file = assert(io.open(report, 'w'))
  file:write(vim.fn.json_encode({
    editor = string.format('Neovim %d.%d.%d', version.major, version.minor, version.patch),
    findings = before,
    outline = outline,
    hover = hover.contents.value,
    corrected = true,
  }))
  file:close()
  client.stop()
  wait(function() return vim.lsp.get_client_by_id(client.id) == nil end, 'the server to end')
end)
if not ok then
  io.stderr:write(tostring(problem) .. '\n')
  vim.cmd('cquit 1')
end
vim.cmd('qall!')
