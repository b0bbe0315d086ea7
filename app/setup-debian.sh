# SPDX-License-Identifier: GPL-3.0-or-later
# What app/run, tests/run and .ci/run share: the packages each needs on Debian 12,
# and the build. Sourced by bash from the top of the tree, not run.

# Compiler and libraries; then what the window needs on a machine without a desktop.
BUILD_PACKAGES=(
  gcc libc6-dev meson ninja-build pkg-config gettext
  libglib2.0-dev libicu-dev libsqlite3-dev libcairo2-dev libpango1.0-dev
  libxlsxwriter-dev libzip-dev libxml2-dev libgmime-3.0-dev libuchardet-dev libjson-glib-dev
  libgtk-4-dev libadwaita-1-dev
  adwaita-icon-theme librsvg2-common fonts-cantarell dconf-gsettings-backend
)

# A display without a screen, keys and eyes for it, a German locale, and the
# programs that look at what we made, or solve the same problem another way.
TEST_PACKAGES=(
  xvfb xdotool dbus at-spi2-core python3-gi gir1.2-atspi-2.0
  locales
  sqlite3 libreoffice-calc-nogui glpk-utils
  appstream desktop-file-utils shared-mime-info libglib2.0-bin gir1.2-gdkpixbuf-2.0
)

# as_root COMMAND...: with sudo only where we are not root.
as_root () {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}

# install_missing WHY PACKAGE...: says what it installs, and nothing where all is
# there. NEW_PACKAGES tells afterwards whether anything was installed.
NEW_PACKAGES=no
install_missing () {
  local why=$1 log=_build/packages.log installed missing
  shift

  if ! command -v dpkg-query > /dev/null; then
    echo "This is not Debian: please see to the packages yourself if the build misses one." >&2
    return
  fi
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2> /dev/null | sed -n 's/^installed //p') || true
  missing=$(printf '%s\n' "$@" | grep -vxF -e "$installed") || return 0

  echo "Installing Debian packages $why:"
  echo $missing | fold -s -w 76 | sed 's/^/  /'
  if [ "$(id -u)" -ne 0 ]; then
    echo "You are not the administrator, so sudo may ask for your password."
    if ! sudo true; then
      echo "That takes an administrator. Ask one to run: apt-get install $(echo $missing)" >&2
      exit 1
    fi
  fi

  mkdir -p _build
  as_root apt-get -q update > "$log" 2>&1 || echo "The list of packages could not be renewed; trying with the old one."
  if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o Dpkg::Use-Pty=0 \
         install --no-install-recommends $missing >> "$log" 2>&1; then
    tail -n 15 "$log" >&2
    echo "The packages could not be installed; the whole story is in $log." >&2
    exit 1
  fi
  NEW_PACKAGES=yes
}

# build FOLDER [MESON-OPTION...]: sets the folder up once, then builds what changed.
build () {
  local folder=$1
  shift

  if [ ! -f "$folder/build.ninja" ]; then
    meson setup "$folder" "$@" > "$folder.log" 2>&1 || { cat "$folder.log" >&2; rm -f "$folder.log"; return 1; }
    rm -f "$folder.log"
  elif [ "$NEW_PACKAGES" = yes ]; then
    meson setup --reconfigure "$folder" "$@" > /dev/null || return 1
  fi
  ninja -C "$folder"
}
