/// What the artist can do: one registry of words, icons and shortcuts.
@NullMarked
package studio.pastiche.ui.action;

import org.jspecify.annotations.NullMarked;
