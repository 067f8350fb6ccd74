@NullMarked
package studio.pastiche.ui.settings;

import org.jspecify.annotations.NullMarked;
