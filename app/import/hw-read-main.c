/* SPDX-License-Identifier: GPL-3.0-or-later */
/* headway-read: takes one workbook apart, shut off from everything else; started by
 * the import, not by people. */
#include "import/hw-book-child.h"

#include <fcntl.h>
#include <unistd.h>

/* By itself, without a file for rows, it does nothing. */
int
main (void)
{
  if (fcntl (HW_BOOK_ROWS_FD, F_GETFD) < 0)
    return 2;

  return hw_book_child_main ();
}
