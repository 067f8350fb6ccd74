/// The window's words, in every language it speaks.
@NullMarked
package studio.pastiche.ui.text;

import org.jspecify.annotations.NullMarked;
