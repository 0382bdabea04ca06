# SPDX-FileCopyrightText: The Essaim authors
# SPDX-License-Identifier: Apache-2.0
#
# Prints C++ files as "path:line:code", without comments and without what stands in quotes. (Raw strings over several
# lines are not known to it; the portable rooms have none.)

FNR == 1 { in_comment = 0 }
{
  line = $0
  out = ""
  while (line != "") {
    if (in_comment) {
      end = index(line, "*/")
      if (end == 0) break
      line = substr(line, end + 2)
      in_comment = 0
    } else if (match(line, /\/\/|\/\*|"([^"\\]|\\.)*"|'([^'\\]|\\.)+'/)) {
      token = substr(line, RSTART, RLENGTH)
      before = substr(line, 1, RSTART - 1)
      line = substr(line, RSTART + RLENGTH)
      out = out before
      if (token == "//") break
      if (token == "/*") in_comment = 1
      else if (token ~ /^"/) out = out "\"\""
      else if (before ~ /[0-9a-fA-F]$/) {  # 86'400 is a number
        out = out "'"
        line = substr(token, 2) line
      } else out = out "' '"
    } else {
      out = out line
      break
    }
  }
  if (out ~ /[^ \t]/) print FILENAME ":" FNR ":" out
}
