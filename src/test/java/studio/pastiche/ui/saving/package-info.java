@NullMarked
package studio.pastiche.ui.saving;

import org.jspecify.annotations.NullMarked;
