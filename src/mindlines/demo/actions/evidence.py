"""What the community of the story knows, negotiates, decides, makes and does differently, through the deeds of every day."""

from collections.abc import Iterator
from contextlib import contextmanager

from mindlines.communities.models import Membership, Organisation, RecordLine
from mindlines.coproduction.actions import changes, outputs, plainly, remarks, scorings, thanking, versions
from mindlines.coproduction.actions.decisions import closing, dissents, following, grounds, preparing, running, voting
from mindlines.coproduction.choices import CreditNaming, OutputKind, Rule
from mindlines.coproduction.models import Decision, Output, PracticeChange, Scoring
from mindlines.coproduction.queries.decisions.beginnings import Origin
from mindlines.demo.story import evidence as story
from mindlines.kernel.times import as_of
from mindlines.knowledge.actions import citations, diagnoses, easy, items, judging, negotiations, plain, statements
from mindlines.knowledge.choices import Form, Outcome, RatingAnswer
from mindlines.knowledge.models import Diagnosis, Item, Negotiation, Statement
from mindlines.knowledge.queries.negotiations import fingerprint
from mindlines.meetings.actions import action as meeting_actions
from mindlines.voice.actions.ballots import Answer
from mindlines_analysis.readers.citations import read_citations

from .cast import Cast

PRIORITY = 2
BROUGHT, BEGAN, SHOWN, SETTLED, ASKED, DECIDED = 124, 84, 74, 70, 66, 62


def make(cast: Cast) -> None:
    """From a file of references to a class that is run differently, and what is still open."""
    known = _bring(cast)
    statement = _state(cast, known)
    _say_plainly(cast, known[story.TRIAL])
    negotiation = _negotiate(cast, statement, known=known)
    decision = _decide(cast, negotiation, known=known)
    output = _write(cast, decision, known=known)
    _change(cast, decision, output=output, known=known)
    _diagnose(cast, statement)
    _score(cast)
    _ask(cast)


@contextmanager
def _on(cast: Cast, days: int) -> Iterator[None]:
    """What is done within it was done so many days ago, and the record says so."""
    moment = cast.moment(days)
    last = RecordLine.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    with as_of(moment):
        yield
    RecordLine.objects.filter(community=cast.community, pk__gt=last).update(at=moment)


def _bring(cast: Cast) -> dict[str, Item]:
    """Everything that people know, by its title."""
    known: dict[str, Item] = {}
    with _on(cast, BROUGHT):
        for record in read_citations(story.RIS.encode(), name=story.RIS_NAME).records:
            new = items.NewItem(
                kind="research", form=Form.CITATION, title=record.title, priority=cast.priorities[PRIORITY]
            )
            made = citations.add(record, to=cast.community, by=cast.members["kate"], new=new, came_from=story.RIS_NAME)
            known[made.title] = made
    for told in story.KNOWN:
        with _on(cast, told.days):
            known[told.title] = items.bring(_new(cast, told), to=cast.community, by=cast.members[told.by])
            if told.quality:
                items.judge_quality(known[told.title], by=cast.members[told.by], quality=told.quality)
        Item.objects.filter(pk=known[told.title].pk).update(made_at=cast.moment(told.days))
    known[story.TRIAL] = next(item for title, item in known.items() if title.startswith(story.TRIAL))
    Item.objects.filter(community=cast.community, form=Form.CITATION).update(made_at=cast.moment(BROUGHT))
    return known


def _new(cast: Cast, told: story.Known) -> items.NewItem:
    is_table, is_link = told.form == Form.TABLE, told.form == Form.LINK
    return items.NewItem(
        kind=told.kind,
        form=told.form,
        title=told.title,
        words=told.words,
        link="https://example.org/calls-after-a-course" if is_link else "",
        priority=cast.priorities[PRIORITY],
        teller=cast.members[told.by] if told.naming else None,
        naming=told.naming,
        table=items.Numbers(story.COLUMNS, story.ROWS, unit="people who came", chart="line") if is_table else None,
    )


def _state(cast: Cast, known: dict[str, Item]) -> Statement:
    with _on(cast, BROUGHT - 2):
        by = cast.person("kate")
        review = next(item for title, item in known.items() if title.startswith("Exercise for"))
        statements.write(statements.Claim(story.SECOND_STATEMENT), of=review, by=by)
        made = statements.write(statements.Claim(story.STATEMENT, page="1211"), of=known[story.TRIAL], by=by)
    Statement.objects.filter(item__community=cast.community).update(made_at=cast.moment(BROUGHT - 2))
    return made


def _say_plainly(cast: Cast, item: Item) -> None:
    """In plain words, read by a lay member, and in easy read."""
    with _on(cast, BROUGHT - 8):
        wendy, rosa = cast.members["wendy"], cast.members["rosa"]
        made = plain.write(item, title=story.PLAIN_TITLE, words=story.PLAIN, based_on=0, source=item.version, by=wendy)
        plain.sign(made, version=made.version, by=rosa)
        easy.name(item, title=story.EASY_TITLE, by=wendy)
        for number, (words, picture, shows) in enumerate(story.EASY):
            easy.add(item, line=easy.Line(words, picture, shows), key=f"demo-easy-{number}", by=wendy)


def _negotiate(cast: Cast, statement: Statement, *, known: dict[str, Item]) -> Negotiation:
    frances = cast.person("frances")
    with _on(cast, BEGAN):
        made = negotiations.begin(negotiations.Begun(setting=story.SETTING), of=statement, by=frances)
        for side, words in story.SIDES.items():
            negotiations.write(made, side=side, words=words, seen=fingerprint(""))
        for side, titles in _laid(known).items():
            negotiations.attach(made, keys=[f"item:{known[title].pk}" for title in titles], side=side, by=frances)
        for key, values in story.JUDGEMENTS.items():
            given = {
                question: judging.Judged(value or None) for question, value in zip(story.JUDGED, values, strict=True)
            }
            judging.judge(made, of=cast.members[key], judged=given)
    with _on(cast, SHOWN):
        negotiations.show(made, by=frances)
    with _on(cast, SETTLED):
        to = negotiations.Settled(
            outcome=Outcome.ADAPT,
            why=story.WHY_ADAPT,
            review_on=cast.day(-30),
            adaptation=negotiations.Changed(**story.ADAPTATION),
        )
        negotiations.settle(made, to=to, by=frances)
    Negotiation.objects.filter(pk=made.pk).update(opened_at=cast.moment(BEGAN))
    return Negotiation.objects.get(pk=made.pk)


def _laid(known: dict[str, Item]) -> dict[str, list[str]]:
    """What lies on which side of the board."""
    sides = {"story": "lived", "practice": "here", "system": "here", "audit": "here", "local": "here"}
    laid: dict[str, list[str]] = {}
    for told in story.KNOWN:
        if told.kind in sides:
            laid.setdefault(sides[told.kind], []).append(told.title)
    return laid


def _decide(cast: Cast, negotiation: Negotiation, *, known: dict[str, Item]) -> Decision:
    frances = cast.person("frances")
    with _on(cast, ASKED):
        prepared = preparing.Prepared(
            question=story.QUESTION,
            proposals=(story.PROPOSAL,),
            words=story.BACKGROUND,
            rule=Rule.GRADIENT,
            level=4,
            threshold=75,
            review_on=cast.day(-180),
        )
        made = preparing.make(prepared, of=cast.community, origin=Origin(negotiation=negotiation), by=frances)
        Decision.objects.filter(pk=made.pk).update(made_at=cast.moment(ASKED))
        _ground(cast, made, known=known)
        running.open(made, by=frances)
        slips = _vote(cast, made, {key: before for key, (before, _after) in story.STEPS.items()}, slips={})
    with _on(cast, DECIDED):
        running.discuss(made, by=frances)
        running.open_again(made, by=frances)
        _vote(cast, made, {key: after for key, (_before, after) in story.STEPS.items()}, slips=slips)
        closing.close(made, by=frances)
        dissents.put_on_record(
            made, words=story.DISSENT, is_anonymous=False, key="demo-dissent", by=cast.members["tom"]
        )
        _follow(cast, made)
    return made


def _ground(cast: Cast, decision: Decision, *, known: dict[str, Item]) -> None:
    """What it rests on, and what was looked at and set aside."""
    rests = [
        known[title] for title in known if title in {told.title for told in story.KNOWN if told.kind != "research"}
    ]
    by = cast.person("frances")
    grounds.put(decision, keys=[f"item:{item.pk}" for item in rests], why="", is_set_aside=False, by=by)
    aside = next(known[told.title] for told in story.KNOWN if told.form == "link")
    grounds.put(decision, keys=[f"item:{aside.pk}"], why=story.SET_ASIDE_WHY, is_set_aside=True, by=by)


def _vote(cast: Cast, decision: Decision, given: dict[str, int], *, slips: dict[str, str]) -> dict[str, str]:
    """Everybody on the one proposal; the slips that they were handed."""
    polls = preparing.polls_of(decision)
    for key, value in given.items():
        answer = Answer(value, why=story.WHY_CHANGED.get(key, "") if key in slips else "")
        filled = voting.Filled([voting.Given(poll, answer) for poll in polls])
        slips[key] = voting.vote(decision, filled=filled, slip=slips.get(key, ""), by=cast.members[key])
    return slips


def _follow(cast: Cast, decision: Decision) -> None:
    for words, owner, days, is_done in story.FOLLOW_UPS:
        agreed = following.Agreed(words, owner=cast.members[owner], due_on=cast.day(DECIDED - days))
        made = following.agree(decision, agreed=agreed, by=cast.person("frances")).action
        type(made).objects.filter(pk=made.pk).update(made_at=cast.moment(DECIDED))
        if is_done:
            with _on(cast, DECIDED - days + 2):
                meeting_actions.finish(made, by=cast.person(owner))


def _write(cast: Cast, decision: Decision, *, known: dict[str, Item]) -> Output:
    frances, mei, rosa = cast.person("frances"), cast.members["mei"], cast.members["rosa"]
    with _on(cast, 56):
        new = outputs.NewOutput(title=story.OUTPUT_TITLE, kind=OutputKind.PATHWAY, about=story.OUTPUT_ABOUT)
        made = outputs.begin(new, to=cast.community, by=frances)
        outputs.rest_on(made, grounds=outputs.Grounds(decisions=[decision], items=[known[story.TRIAL]]))
        plainly.write(made, before="", words=story.OUTPUT, by=mei)
        versions.keep(Output.objects.get(pk=made.pk), by=mei.person, note="The first whole text")
    with _on(cast, 49):
        plainly.write(made, before=story.OUTPUT, words=story.OUTPUT_LATER, by=rosa)
        said = remarks.NewRemark(
            words="Say here which bus goes to the hall.", passage="Eight mornings over four weeks", key="demo-remark"
        )
        remarks.make(said, on=made, by=cast.members["edith"])
        for member, naming in ((mei, CreditNaming.NAMED), (rosa, CreditNaming.NAMED)):
            thanking.wish(made, by=member, naming=naming)
    with _on(cast, 45):
        outputs.step(made, deed="ready", by=frances)
        outputs.step(made, deed="publish", by=frances)
    Output.objects.filter(pk=made.pk).update(made_at=cast.moment(56), changed_at=cast.moment(45))
    return made


def _change(cast: Cast, decision: Decision, *, output: Output, known: dict[str, Item]) -> None:
    proof = next(known[told.title] for told in story.KNOWN if told.form == "table")
    for place, what, before, days, teller, confirmer, is_shown in story.CHANGES:
        with _on(cast, days):
            told = changes.Told(
                what=what,
                since=cast.day(days),
                organisation=Organisation.objects.filter(community=cast.community, name=place).first(),
                before=before,
                proof_item=proof if is_shown else None,
                decisions=[decision],
                outputs=[output],
            )
            made = changes.tell(told, to=cast.community, by=cast.members[teller])
            if confirmer:
                changes.confirm(made, by=cast.members[confirmer])
        PracticeChange.objects.filter(pk=made.pk).update(written_at=cast.moment(days))


def _diagnose(cast: Cast, statement: Statement) -> None:
    frances = cast.person("frances")
    with _on(cast, 34):
        begun = diagnoses.Begun(
            setting=story.DIAGNOSIS_SETTING, level="local", recipients="Surgery staff, for patients"
        )
        made = diagnoses.begin(begun, of=statement, by=frances)
        for member in cast.members.values():
            if member.standing == "active" and member.constituency.kind != "support":
                diagnoses.rate(made, by=member, given=_ratings(member))
    with _on(cast, 27):
        diagnoses.close(made, by=frances)
        prompt, words, owner = story.STEP
        step = diagnoses.act_on(
            made, prompt=prompt, words=words, owner=cast.members[owner], due_on=cast.day(-7), by=frances
        )
        type(step).objects.filter(pk=step.pk).update(made_at=cast.moment(27))
    Diagnosis.objects.filter(pk=made.pk).update(opened_at=cast.moment(34))


def _ratings(member: Membership) -> dict[str, diagnoses.Given]:
    column = {"lay": 0, "clinical": 1}.get(member.constituency.kind, 2)
    return {
        prompt: diagnoses.Given(RatingAnswer.DONT_KNOW)
        if values[column] is None
        else diagnoses.Given(RatingAnswer.RATED, values[column])
        for prompt, values in story.RATINGS.items()
    }


def _score(cast: Cast) -> None:
    """A round that is open, and that some have scored."""
    with _on(cast, 5):
        begun = scorings.Begun(
            title=story.SCORING,
            candidates=story.CANDIDATES,
            criteria=list(cast.community.criteria.all()),
            words=story.SCORING_WORDS,
        )
        made = scorings.begin(begun, to=cast.community, by=cast.person("rosa"))
        candidates, yardsticks = list(made.candidates.all()), list(made.yardsticks.all())
        for key, values in story.SCORES.items():
            given = {
                (candidate.pk, yardstick.pk): value
                for candidate, value in zip(candidates, values, strict=True)
                for yardstick in yardsticks
            }
            scorings.score(made, by=cast.members[key], given=given)
    Scoring.objects.filter(pk=made.pk).update(made_at=cast.moment(5))


def _ask(cast: Cast) -> None:
    """A decision that waits for votes."""
    frances = cast.person("frances")
    with _on(cast, 3):
        prepared = preparing.Prepared(
            question=story.OPEN_QUESTION,
            proposals=(story.OPEN_PROPOSAL,),
            words=story.OPEN_BACKGROUND,
            rule=Rule.CONSENT,
            is_paired=False,
            closes_on=cast.day(-14),
        )
        made = preparing.make(prepared, of=cast.community, by=frances)
        Decision.objects.filter(pk=made.pk).update(made_at=cast.moment(3))
        running.open(made, by=frances)
