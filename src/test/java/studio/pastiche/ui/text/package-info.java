@NullMarked
package studio.pastiche.ui.text;

import org.jspecify.annotations.NullMarked;
