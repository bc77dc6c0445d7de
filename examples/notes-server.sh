#!/bin/sh
# An MCP server over standard streams, in a few lines: it lists the tools of notes-server.json.
#
#     ./mcp-catalogue scan -- examples/notes-server.sh

tools=$(tr -d '\n' <"$(dirname "$0")/notes-server.json")

answer() {
  id=${1#*\"id\":}
  printf '{"jsonrpc":"2.0","id":%s,"result":%s}\n' "${id%%[!0-9]*}" "$2"
}

while IFS= read -r request; do
  case $request in
    *'"method":"initialize"'*)
      answer "$request" '{"protocolVersion":"2025-11-25","capabilities":{"tools":{}},"serverInfo":{"name":"notes","version":"1.0"}}'
      ;;
    *'"method":"tools/list"'*) answer "$request" "$tools" ;;
  esac
done
