@NullMarked
package studio.pastiche.ui.dialog;

import org.jspecify.annotations.NullMarked;
