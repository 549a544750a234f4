"""The kinds of ends that pysbd's 48 golden rules for English name, each with sentences of our own."""

import pytest

from workbench.articles.sentences import sentence_spans


@pytest.mark.parametrize(
    "parts",
    [
        # plain stops
        ["The ferry left.", "Nobody waved."],
        ["Who paid for it?", "The city did."],
        ["Look at that!", "It moves."],
        # initials, abbreviations inside and at the end of a sentence
        ["The harbour was built by Rolf T. Lind."],
        ["The map is on p. 12."],
        ["Did Lind and co. come to the opening?"],
        ["They sold it to Lind, Roe & Co. for a song."],
        ["Ask Lind and co.", "They were there."],
        ["They sold it to Lind, Roe & Co.", "It paid in cash."],
        ["From here you see Mt. Ember in the north."],
        ["St. Olav's Church is on 3rd st. behind the mill."],
        ["That is Rolf Lind Jr.'s boat."],
        ["She toured the U.S.A. in spring."],
        ["They trade with the E.U.", "What about the rest?"],
        ["They trade with the U.S.", "What about the rest?"],
        ["She works for the U.S. Government in Selm."],
        ["She has worked in the U.S. for 9 years."],
        ["At 7 a.m. Mrs. Lind opened the shop.", "She closed it at 8 P.M.", "Mrs. Lind then went home."],
        # numbers, brackets, addresses
        ["A ticket costs $12.50 on the boat."],
        ["A ticket costs $12.50.", "Children pay half."],
        ["She steers the ferry (She learned it from her father.) across the sound."],
        ["Write to Anna.Lind@harbour.example.", "She will answer."],
        ["The plan is at https://www.harbour.7.example/new-plan/all_pages.html.", "Have a look."],
        # quotations
        ["He held up the key, 'It fits.' he said."],
        ['He held up the key, "It fits." he said.'],
        ['He held up the key, "It fits."', "He turned it twice."],
        # several stops
        ["Ahoy!!", "Come aboard."],
        ["Ahoy??", "Where are you?"],
        ["Ahoy!?", "Are you there?"],
        ["Ahoy?!", "Are you there?"],
        # lists, with stops and without
        ["1.) Cast off the lines", "2.) Hoist the flag"],
        ["1.) Cast off the lines.", "2.) Hoist the flag."],
        ["1) Cast off the lines", "2) Hoist the flag"],
        ["1) Cast off the lines.", "2) Hoist the flag."],
        ["1. Cast off the lines", "2. Hoist the flag"],
        ["1. Cast off the lines.", "2. Hoist the flag."],
        ["• 9. Cast off the lines", "• 10. Hoist the flag"],
        ["⁃9. Cast off the lines", "⁃10. Hoist the flag"],
        ["a. Cast off the lines", "b. Hoist the flag", "c. Steer for the buoy"],
        # signs and names with a stop
        ["The chart is filed under N°. 2201.118.640.", "There it can be seen."],
        ["He wrote for Yahoo! in the nineties."],
        ["It was a race between you and I.", "Have you met Rolf I. Lind since?"],
        # ellipses
        ["She wrote that by night, “the lights of the town seem to drift away. . . .”"],
        ['"The ferry [...] was late on most mornings [...]" (Lind 12).'],
        ["The list went on and on . . . .", "Nobody read it."],
        ["He did not ask for that....", "He went below."],
        ["We could ... well, what I think...is . . . what she says, the boat is . . . I would not sail it."],
        ["The custom that had faded . . . was that of the lamp.", ". . . The lamp was not lit. . . ."],
    ],
)
def test_what_the_golden_rules_name(parts: list[str]) -> None:
    """Each paragraph is cut where its parts meet, and nowhere else."""
    text = " ".join(parts)
    assert [text[start:end] for start, end in sentence_spans(text)] == parts
